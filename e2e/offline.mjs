// A phone without a line opens its own page, and a device that is put out or signed off has nothing to open.
import { device } from "./browser.mjs";

export async function offline({ server, browser, check }) {
  const { links, code } = server.seeded;
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const phones = [];
  for (const name of ["Kari", "Ola"]) {
    const phone = await device(browser, 360, 740);
    await phone.goto(`${server.origin}/m/${code}`);
    await phone.fill("input[name=name]", name);
    await phone.keyboard.press("Enter");
    await phone.waitForSelector("#screen");
    phones.push(phone);
  }
  const [kari, ola] = phones;
  await leader.locator("#start-form button").click();
  await leader.locator("#next-form button").click();
  for (const phone of phones) await kept(phone);
  await ola.locator("#screen textarea[data-field-key]").first().fill("Lagret før nettet ble borte");
  await ola.getByText(/Lagret \d/).first().waitFor();
  await ola.waitForTimeout(2_500);
  await ola.context().setOffline(true);
  await ola.reload();
  await soon(check, "what was saved since the page was loaded is there too", async () => (await ola.locator("#screen textarea[data-field-key]").first().inputValue()) === "Lagret før nettet ble borte");
  await ola.context().setOffline(false);

  await kari.context().setOffline(true);
  const note = kari.locator("#screen textarea[data-field-key]").first();
  await note.pressSequentially("Skrevet uten");
  await kari.reload();
  await soon(check, "a reload without a line shows the phone’s own page and the draft", async () => (await note.inputValue()) === "Skrevet uten");
  check.that("the page says that it is what the device got last", await kari.locator("[data-offline-strip]").isVisible());
  await note.pressSequentially(" nett");
  await kari.context().setOffline(false);
  const again = await device(browser, 360, 740, { storageState: await kari.context().storageState() });
  await soon(check, "what was written without a line is delivered after", async () => {
    await again.goto(kari.url());
    return (await again.locator("#screen textarea[data-field-key]").first().inputValue()) === "Skrevet uten nett";
  });
  await again.close();

  await kari.context().setOffline(true);
  await leader.locator("#people summary").click();
  await leader.locator("#people li", { hasText: "Kari" }).getByRole("button", { name: "Ta ut av møtet" }).click();
  const confirm = leader.locator("dialog[open] button[type=submit]");
  if ((await confirm.count()) > 0) await confirm.first().click();
  await leader.waitForTimeout(500);
  await kari.context().setOffline(false);
  await soon(check, "a phone that was put out keeps no page from its next line on", () => kari.evaluate(async () => !(await caches.has("sloyfe-page"))));
  await kari.context().setOffline(true);
  check.that("and opens none", !(await opens(kari)));

  const own = ola.url();
  const off = ola.locator("form[data-clears-device]").first();
  await ola.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
  await off.locator("button").first().click();
  await ola.waitForURL((url) => url.pathname === "/");
  await ola.context().setOffline(true);
  check.that("a device that is signed off opens nothing without a line", !(await opens(ola, own)));
}

/** Waits until the device keeps its page. */
async function kept(phone) {
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await phone.reload();
  await phone.waitForSelector("#screen textarea");
  await phone.waitForFunction(async () => (await (await caches.open("sloyfe-page")).keys()).length === 1);
}

async function opens(phone, address = phone.url()) {
  try {
    await phone.goto(address);
    return (await phone.locator("#screen").count()) > 0;
  } catch {
    // The browser’s own page that says that there is no line.
    return false;
  }
}

async function soon(check, truth, look) {
  for (let waited = 0; waited < 20_000; waited += 250) {
    if (await look().catch(() => false)) return check.that(truth, true);
    await new Promise((done) => setTimeout(done, 250));
  }
  return check.that(truth, false);
}
