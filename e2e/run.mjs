// Plays the workshop in real browsers, with axe on every page and state. SLOYFE_BIN names the binary.
import { open } from "./browser.mjs";
import { cafe } from "./cafe.mjs";
import { checks, summary } from "./checks.mjs";
import { comings } from "./comings.mjs";
import { editor } from "./editor.mjs";
import { groups } from "./groups.mjs";
import { home } from "./home.mjs";
import { keyboard } from "./keyboard.mjs";
import { moterad } from "./moterad.mjs";
import { offline } from "./offline.mjs";
import { pages } from "./pages.mjs";
import { start } from "./server.mjs";
import { signout } from "./signout.mjs";
import { thread } from "./thread.mjs";
import { wide } from "./wide.mjs";
import { workshop } from "./workshop.mjs";

const only = process.argv[2];
// The same meeting once more takes minutes, so it is played by name: each night.
const BY_NAME = ["nynorsk"];
const suites = { pages, editor, keyboard, comings, offline, thread, moterad, groups, cafe, home, signout, wide, workshop: (at) => workshop(at, "nb"), nynorsk: (at) => workshop(at, "nn") };

for (const [name, suite] of Object.entries(suites)) {
  if (only ? only !== name : BY_NAME.includes(name)) continue;
  const lang = name === "nynorsk" ? "nn" : "nb";
  // Only the gathering has groups of four and five in its program.
  const server = await start(lang, name === "groups" ? "mentor-gathering" : undefined);
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
