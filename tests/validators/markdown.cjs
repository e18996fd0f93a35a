// Reads [Markdown, ...] as JSON from its input; writes {engine: [HTML, ...]}. Raw HTML is on in each engine.
const fs = require('fs');
const showdown = require('showdown');
const { Marked } = require('marked');
const MarkdownIt = require('markdown-it');

function github() {
    const converter = new showdown.Converter();
    converter.setFlavor('github');
    return converter;
}

const plain = new showdown.Converter(), flavoured = github();
const marked = new Marked({ async: false }), pedantic = new Marked({ async: false, pedantic: true });
const usual = MarkdownIt({ html: true, linkify: true, typographer: true }), strict = MarkdownIt('commonmark', { html: true });
const engines = {
    'showdown': source => plain.makeHtml(source),
    'showdown, github': source => flavoured.makeHtml(source),
    'marked': source => marked.parse(source),
    'marked, pedantic': source => pedantic.parse(source),
    'markdown-it': source => usual.render(source),
    'markdown-it, commonmark': source => strict.render(source),
};

const sources = JSON.parse(fs.readFileSync(0, 'utf8'));
const pages = Object.entries(engines).map(([name, engine]) => [name, sources.map(engine)]);
process.stdout.write(JSON.stringify(Object.fromEntries(pages)));
