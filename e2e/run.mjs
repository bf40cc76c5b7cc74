// Plays the workshop in real browsers, with axe on every page and state. SLOYFE_BIN names the binary.
import { open } from "./browser.mjs";
import { checks, summary } from "./checks.mjs";
import { comings } from "./comings.mjs";
import { keyboard } from "./keyboard.mjs";
import { pages } from "./pages.mjs";
import { start } from "./server.mjs";
import { thread } from "./thread.mjs";
import { workshop } from "./workshop.mjs";

const only = process.argv[2];
const suites = { pages, keyboard, comings, thread, workshop: (at) => workshop(at, "nb"), nynorsk: (at) => workshop(at, "nn") };

for (const [name, suite] of Object.entries(suites)) {
  if (only && only !== name) continue;
  const lang = name === "nynorsk" ? "nn" : "nb";
  const server = await start(lang);
  const browser = await open();
  try {
    await suite({ server, browser, check: checks(name) });
  } catch (why) {
    checks(name).failed(`stopped: ${why?.stack ?? why}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
process.exitCode = summary();
