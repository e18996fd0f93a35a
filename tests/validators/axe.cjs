// axe-core on each page in headless Chromium: light, dark, phone. Prints the violations; exits 1 if there are any.
const path = require("path")
const puppeteer = require("puppeteer-core")
const axe = require("axe-core")

const views = [
  { name: "light", width: 1200, scheme: "light" },
  { name: "dark", width: 1200, scheme: "dark" },
  { name: "phone", width: 360, scheme: "light" },
]

async function main() {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  })
  let violations = 0
  for (const file of process.argv.slice(2)) {
    for (const view of views) {
      const page = await browser.newPage()
      await page.setViewport({ width: view.width, height: 900 })
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }])
      await page.goto("file://" + path.resolve(file), { waitUntil: "load" })
      await page.evaluate(axe.source)
      const result = await page.evaluate(() => globalThis.axe.run(document))
      for (const each of result.violations) {
        violations += 1
        console.log(`${file} [${view.name}] ${each.id}: ${each.help} (${each.nodes.length}): ${each.nodes[0].html.slice(0, 200)}`)
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      if (wide) {
        violations += 1
        console.log(`${file} [${view.name}] is wider than its window`)
      }
      await page.close()
    }
  }
  await browser.close()
  console.log(`${violations} violations`)
  process.exit(violations ? 1 : 0)
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
