// Coming back on another device, locking the door, asking for help, and the deputy who takes over.
import { device, hold } from "./browser.mjs";

export async function comings({ server, browser, check }) {
  const { links, code, meeting } = server.seeded;
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const [kari, ola] = [await device(browser, 360, 740), await device(browser, 360, 740)];
  for (const [phone, name] of [[kari, "Kari"], [ola, "Ola"]]) {
    await phone.goto(`${server.origin}/m/${code}`);
    await phone.fill("input[name=name]", name);
    await phone.keyboard.press("Enter");
    await phone.waitForSelector("#screen");
  }
  await leader.locator("#start-form button").click();
  await leader.locator("#next-form button").click();
  await kari.waitForSelector('#screen[data-round="1-0"]');
  const note = kari.locator("#screen textarea[data-field-key]").first();
  await note.fill("Skrevet på den første telefonen");
  await note.blur();
  await kari.getByText(/Lagret \d/).first().waitFor();

  const other = await device(browser, 360, 740);
  await other.goto(`${server.origin}/m/${code}`);
  await other.locator("#claim summary").click();
  await other.selectOption("#claim-seat", { label: "Kari" });
  await other.locator("#claim-form button").click();
  await other.waitForURL(/waiting/);
  await hold(check, other, "waiting");
  check.that("one who waits sees nothing of the meeting", (await other.locator("#screen textarea").count()) === 0);
  await leader.locator("form[action*='/claims/'] button").first().click();
  await other.waitForURL(/meetings\/[^/]+(\?|$)/, { timeout: 20_000 });
  const found = await other.locator("#screen textarea[data-field-key]").first().inputValue();
  check.that("another device comes back to the same seat and texts", found === "Skrevet på den første telefonen", found);

  await leader.locator("#next-form button").click();
  await kari.getByRole("button", { name: "Be om hjelp" }).click();
  await leader.locator("form[action*='/help']").first().waitFor();
  check.that("a table that asks for help stands on the console", true);
  await hold(check, leader, "console with help");

  await leader.locator("#people summary").click();
  await leader.locator("#door-form button").click();
  const late = await device(browser, 360, 740);
  await leader.getByRole("button", { name: /Åpne døra|Lås opp/ }).first().waitFor();
  const answer = await late.goto(`${server.origin}/m/${code}`);
  check.that("a locked door is 423, in words", answer.status() === 423, String(answer.status()));
  await hold(check, late, "locked door");

  await putOut({ server, check, leader, kari, other });

  await leader.selectOption("#deputy-form select", { label: "Ola" });
  await leader.locator("#deputy-form button").click();
  await leader.waitForTimeout(800);
  check.that("a deputy cannot take the lead while the leader is here", (await ola.locator("form[action*='/lead']").count()) === 0);
  await leader.close();
  await ola.locator("form[action*='/lead'] button").first().click({ timeout: 40_000 });
  await ola.waitForTimeout(1_000);
  await ola.goto(`${server.origin}/meetings/${meeting}/console`);
  await ola.locator("#next-form button").click();
  check.that("the deputy has taken over and moves the meeting", (await ola.locator("#next-form").count()) === 1);
  await ola.waitForTimeout(2_500); // the colour of a new round lasts two seconds
  await hold(check, ola, "console on a phone");
}

/** Somebody is put out and let in again, and signs off a device. */
async function putOut({ server, check, leader, kari, other }) {
  const { code, meeting } = server.seeded;
  const out = leader.locator("#people li", { hasText: "Kari" }).getByRole("button", { name: "Ta ut av møtet" });
  await out.click();
  await leader.getByText("tatt ut av møtet").waitFor();
  await hold(check, leader, "console with somebody put out");
  const read = await other.goto(`${server.origin}/meetings/${meeting}`);
  check.that("whoever is put out reads nothing more, on any device", read.status() === 404, String(read.status()));
  await leader.getByRole("button", { name: /Åpne døra|Lås opp/ }).first().click();
  const back = await kari.goto(`${server.origin}/m/${code}`);
  check.that("and does not come in again", back.status() === 422, String(back.status()));
  await hold(check, kari, "put out");
  await leader.getByRole("button", { name: "Slipp inn igjen" }).click();
  await leader.getByText("tatt ut av møtet").waitFor({ state: "detached" });
  await kari.goto(`${server.origin}/meetings/${meeting}`);
  check.that("until the leader lets in again", (await kari.locator("#screen").count()) === 1);

  await kari.locator("#more summary").click();
  await kari.getByRole("button", { name: "Logg av denne enheten" }).click();
  await kari.waitForURL(`${server.origin}/`);
  const gone = await kari.goto(`${server.origin}/meetings/${meeting}`);
  check.that("a device that signs off opens nothing more", gone.status() === 404, String(gone.status()));
  const kept = await other.goto(`${server.origin}/meetings/${meeting}`);
  check.that("and the same person's other device does", kept.status() === 200, String(kept.status()));
}
