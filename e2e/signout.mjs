// «Logg av denne enheten» on the phone, the console and the list of meetings: afterwards the browser has nothing left.
// And the list of links, where what was given is taken back.
import { device, hold } from "./browser.mjs";

// What the browser keeps for the server: every record, every stored page and every line of storage, by name.
async function kept(page) {
  return page.evaluate(async () => {
    const records = async ({ name }) => {
      const db = await new Promise((done, failed) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      const all = [...db.objectStoreNames].map((store) => new Promise((done, failed) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result.map((it) => JSON.stringify(it)));
        asked.onerror = () => failed(asked.error);
      }));
      const found = (await Promise.all(all)).flat();
      db.close();
      return found;
    };
    const databases = await Promise.all((await indexedDB.databases()).map(records));
    const pages = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      pages.push(...requests.map((it) => new URL(it.url).pathname).filter((path) => !path.startsWith("/assets/")));
    }
    return [...databases.flat(), ...pages, ...Object.values(localStorage), ...Object.values(sessionStorage)].join("\n");
  });
}

async function signOff(page) {
  const button = page.locator("#sign-out button");
  if (!(await button.isVisible())) await page.locator("details:has(#sign-out) > summary").click();
  await button.click();
  await page.waitForURL((url) => url.pathname === "/");
}

export async function signout({ server, browser, check }) {
  const { links, code, meeting } = server.seeded;
  const at = (rest) => `${server.origin}/meetings/${meeting}${rest}`;
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const phone = await device(browser, 360, 740);
  await phone.goto(`${server.origin}/m/${code}`);
  await phone.fill("input[name=name]", "Kari");
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("#screen");
  await leader.locator("#start-form button").click();
  await leader.locator("#next-form button").click();
  await phone.waitForSelector('#screen[data-round="1-0"]');

  await phoneLeaves({ check, phone, at });
  await taken({ server, browser, check, leader, at });
  await others({ server, browser, check, leader, at });
}

async function phoneLeaves({ check, phone, at }) {
  const note = phone.locator("#screen textarea[data-field-key]").first();
  await note.fill("Bare for meg");
  await note.blur();
  await phone.getByText(/Lagret \d/).first().waitFor();
  // What is typed without a line stays on the device, until somebody says that it may go.
  await phone.context().setOffline(true);
  await note.fill("Skrevet uten nett");
  await phone.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  await phone.waitForTimeout(1_500);
  const before = await kept(phone);
  check.that("a phone keeps what it has not sent", /Skrevet uten nett/.test(before), before);
  await phone.context().setOffline(false);
  await signOff(phone);
  const after = await kept(phone);
  check.that("a phone that is signed off keeps no draft and no page", !/Skrevet|Bare for meg|meetings/.test(after), after);
  check.that("a phone that is signed off has no cookie that opens anything", (await phone.context().cookies()).every((it) => !/sl_device/.test(it.name)));
  const answer = await phone.goto(at(""));
  check.that("a phone that is signed off finds nothing", answer.status() === 404, String(answer.status()));
  await phone.goBack().catch(() => {});
  check.that("the way back shows nothing of the meeting", !/Bare for meg|Skrevet uten nett/.test(await phone.innerText("body")));
  await phone.close();
}

async function taken({ server, browser, check, leader, at }) {
  const lost = await device(browser, 360, 740);
  await lost.goto(server.link(server.seeded.links.console));
  await leader.goto(at("/links"));
  await hold(check, leader, "links desktop");
  await lost.goto(at("/links"));
  await hold(check, lost, "links phone");
  await leader.locator("#make-link button").first().click();
  await leader.waitForSelector("#fresh");
  const fresh = await leader.inputValue("#fresh");
  check.that("a new link is shown once", fresh.startsWith(`${server.origin}/l/`), fresh);
  await hold(check, leader, "links with a new one desktop");
  const card = leader.locator("li.rs-card", { hasText: "Denne enheten er med" });
  await card.locator("details > summary").click();
  await hold(check, leader, "links to be taken back desktop");
  await card.locator("button").click();
  await leader.waitForURL(/done=1/);
  check.that("it says that the link is taken back", /trukket tilbake/.test(await leader.innerText("[role=status].ds-alert")));
  const answer = await lost.goto(at("/console"));
  check.that("the other device is out", answer.status() === 404, String(answer.status()));
  check.that("the one that pressed is not", (await leader.goto(at("/console"))).status() === 200);
  const back = await lost.goto(fresh);
  check.that("the new link lets the other device in again", back.status() === 200 && lost.url() === at("/console"), lost.url());
  await lost.goto(at("/links"));
  await lost.locator("li.rs-card details > summary").first().click();
  await hold(check, lost, "links to be taken back phone");
  await lost.close();
}

async function others({ server, browser, check, leader, at }) {
  await leader.goto(at("/console"));
  await signOff(leader);
  check.that("a console that is signed off keeps nothing", !/meetings/.test(await kept(leader)));
  check.that("a console that is signed off finds nothing", (await leader.goto(at("/console"))).status() === 404);
  const organiser = await device(browser, 1280, 900);
  await organiser.goto(server.origin + server.organiser);
  await hold(check, organiser, "meetings with the way out desktop");
  await organiser.goto(`${server.origin}/links`);
  await hold(check, organiser, "links to all meetings desktop");
  await organiser.goto(`${server.origin}/meetings`);
  await signOff(organiser);
  check.that("an organiser who is signed off finds no list", (await organiser.goto(`${server.origin}/meetings`)).status() === 404);
}
