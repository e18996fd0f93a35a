// node hostile.cjs FOLDER: opens every page of a folder in Chromium, as it is and as the browser would write it again, and
// says what ran, asked for something other than a picture or a film, or took the place of a name of the document.
const fs = require("fs")
const path = require("path")
const puppeteer = require("puppeteer-core")

const PASSIVE = new Set(["image", "media"])

function namesTaken() {
  const frame = document.createElement("iframe")
  document.documentElement.append(frame)
  const clean = frame.contentWindow
  const taken = [...document.querySelectorAll("[id], [name]")]
    .filter((each) => !each.matches("meta"))
    .flatMap((each) => [each.id, each.getAttribute("name")])
    .filter((name) => name && (name in clean || name in clean.document || /^[A-Za-z_$][\w$]*$/.test(name)))
  const handlers = [...document.querySelectorAll("*")].flatMap((each) =>
    [...each.attributes].filter((of) => /^on/i.test(of.name)).map((of) => `${each.localName}[${of.name}]`),
  )
  frame.remove()
  return [...taken.map((name) => `name ${name}`), ...handlers.map((each) => `handler ${each}`)]
}

async function look(browser, url, again) {
  const page = await browser.newPage()
  const found = []
  const session = await page.createCDPSession()
  session.on("Debugger.scriptParsed", (script) => {
    if (script.executionContextAuxData?.type === "default" && !/^(pptr|chrome|__puppeteer)/.test(script.url)) found.push(`script ${script.url}`)
  })
  await session.send("Debugger.enable")
  await page.setRequestInterception(true)
  page.on("dialog", (dialog) => (found.push(`dialog ${dialog.message()}`), dialog.dismiss()))
  page.on("request", (request) => {
    const ours = request.url() === url || request.url().startsWith("data:")
    if (!ours && !PASSIVE.has(request.resourceType())) found.push(`request ${request.url()}`)
    return ours ? request.continue() : request.abort()
  })
  await page.goto(url, { waitUntil: "load" })
  const html = again ? await page.evaluate(() => document.documentElement.outerHTML) : ""
  const before = found.length
  const dom = await page.evaluate(namesTaken)
  found.length = before
  await page.close()
  return [[...found, ...dom], html]
}

(async () => {
  const folder = path.resolve(process.argv[2])
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".html")).sort()
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  })
  let errors = 0
  for (const name of files) {
    const [found, html] = await look(browser, `file://${path.join(folder, name)}`, true)
    const second = path.join(folder, "again")
    fs.mkdirSync(second, { recursive: true })
    fs.writeFileSync(path.join(second, name), `<!DOCTYPE html>${html}`)
    const [later] = await look(browser, `file://${path.join(second, name)}`, false)
    const all = [...new Set([...found, ...later])]
    errors += all.length
    for (const each of all) console.log(`${name}: ${each}`)
  }
  await browser.close()
  console.log(`${files.length} pages, ${errors} errors`)
  process.exit(errors ? 1 : 0)
})()
