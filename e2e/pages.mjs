// Every page that is not the meeting itself, by keyboard where a person acts, and without scripts.
import { device, hold } from "./browser.mjs";

export async function pages({ server, browser, check }) {
  const { links, code, meeting } = server.seeded;
  const phone = await device(browser, 320, 640);
  await phone.goto(`${server.origin}/`);
  await hold(check, phone, "front");
  await phone.keyboard.press("Tab");
  check.that("the first Tab reaches the skip link", await phone.evaluate(() => document.activeElement?.getAttribute("href")?.startsWith("#") ?? false));

  await phone.fill("input[name=code]", "000 001");
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("input[name=code]");
  check.that("a wrong code is answered in words, and kept", (await phone.inputValue("input[name=code]")).replaceAll(" ", "") === "000001");
  await hold(check, phone, "wrong code");

  await phone.goto(`${server.origin}/m/${code}`);
  await hold(check, phone, "join");
  await phone.goto(`${server.origin}/meetings/nothing-here`);
  await hold(check, phone, "missing");

  await withoutScripts({ server, browser, check });

  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  for (const part of ["console", "plan", "groups", "print", "print/program", "print/groups", "print/roles", "print/sheets", "print/signs", "print/slips", "result"]) {
    await leader.goto(`${server.origin}/meetings/${meeting}/${part}`);
    await hold(check, leader, `page ${part}`);
  }
  for (const lang of ["nn", "en"]) {
    await leader.goto(`${server.origin}/?lang=${lang}`);
    check.that(`the front page speaks ${lang}`, (await leader.getAttribute("html", "lang")) === lang);
  }
  await firstLoad({ server, browser, check });
}

async function withoutScripts({ server, browser, check }) {
  const { code, meeting, links } = server.seeded;
  const plain = await device(browser, 360, 740, { javaScriptEnabled: false });
  await plain.goto(`${server.origin}/m/${code}`);
  await plain.fill("input[name=name]", "Nils uten skript");
  await plain.keyboard.press("Enter");
  await plain.waitForURL(/meetings/);
  check.that("one joins without scripts", (await plain.locator("#screen").count()) === 1);

  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  await leader.locator("#start-form button").click();
  await leader.locator("#next-form button").click();
  await plain.waitForTimeout(800);
  for (let step = 0; step < 4; step += 1) {
    await plain.goto(`${server.origin}/meetings/${meeting}`);
    if ((await plain.locator("textarea[name=text]").count()) > 0) break;
    await leader.locator("#next-form button").click();
    await plain.waitForTimeout(800);
  }
  const area = plain.locator("textarea[name=text]").first();
  await area.fill("Skrevet uten skript");
  await area.locator("xpath=ancestor::form").locator("button").last().click();
  await plain.goto(`${server.origin}/meetings/${meeting}`);
  const kept = await plain.locator("textarea[name=text]").first().inputValue();
  check.that("one writes without scripts", kept === "Skrevet uten skript", kept);
}

// The first load on a phone: page, script, style and font, as sent.
async function firstLoad({ server, browser, check }) {
  const phone = await device(browser, 360, 740);
  const client = await phone.context().newCDPSession(phone);
  await client.send("Network.enable");
  let bytes = 0;
  client.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await phone.goto(`${server.origin}/m/${server.seeded.code}`);
  await phone.waitForLoadState("networkidle");
  check.that(`the first load is at most 120 kB (${Math.round(bytes / 1000)} kB)`, bytes > 1000 && bytes <= 120_000, String(bytes));
}
