// Home groups: drawn and printed before the meeting by unit, and held on phones, with one who comes late.
import { device, hold } from "./browser.mjs";
import { planned } from "./server.mjs";

// Uneven units: three, five and two, and two who are alone. Åse comes late.
const UNITS = {
  Kari: "Fjell", Per: "Fjell", Ola: "Fjell",
  Eli: "Fjord", Gro: "Fjord", Liv: "Fjord", Tor: "Fjord", Åse: "Fjord",
  Nils: "Foss", Anne: "Foss",
  Jon: "Haug", Siv: "",
};
const NAMES = Object.keys(UNITS);
const LATE = "Åse";
const PLAN = {
  title: "Hva tar vi med oss?",
  lang: "nb",
  people: NAMES.length,
  items: [{ id: "i1", title: "Tilbake til egne", kind: "development", tool: "take-home", minutes: 45, questions: ["Hva av dette kan vi bruke?"] }],
};

export async function home({ server, browser, check }) {
  const made = await planned(server, PLAN);
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.origin + server.organiser);
  const at = (rest) => `${server.origin}/meetings/${made.meeting}/${rest}`;
  await picked({ leader, check, at });
  await drawn({ server, browser, leader, check, at });
  await printed({ leader, check, at });
  await held({ server, browser, check, leader, at, made });
}

async function picked({ leader, check, at }) {
  await leader.goto(at("plan/tools?purpose=follow-up"));
  const told = await leader.innerText("#tool-take-home");
  check.that("it is suggested for following up, and why", /blir til noe dere prøver hos dere/.test(told), told);
  await leader.goto(at("plan"));
  check.that("the row of the program has the four roles", /Ordstyrer/.test(await leader.innerText("#ed-rows")));
}

async function drawn({ server, browser, leader, check, at }) {
  await leader.goto(at("groups"));
  if ((await leader.locator("#people-list[open]").count()) === 0) await leader.locator("#people-list > summary").click();
  await leader.fill("#people-text", Object.entries(UNITS).map((both) => both.join("; ")).join("\n"));
  await leader.locator("#people-form button").click();
  await leader.waitForLoadState();
  await leader.locator("#draw-form button").click();
  await leader.waitForSelector("#rotation-i1");
  await leader.locator("#rotation-i1 > summary").click();
  await hold(check, leader, "home groups desktop");
  const tables = await leader.locator("#rotation-i1 li").allInnerTexts();
  check.that("units sit together, and those who are alone with each other", tables.length === 4 && units().every((unit) => tables.some((table) => same(table, unit))), tables.join(" | "));
  const phone = await device(browser, 320, 640);
  await phone.goto(server.origin + server.organiser);
  await phone.goto(at("groups"));
  await phone.locator("#rotation-i1 > summary").click();
  await hold(check, phone, "home groups phone");
  await phone.close();
}

const namesAt = (table) => NAMES.filter((name) => table.includes(name)).sort().join();
const same = (table, unit) => namesAt(table) === unit.slice().sort().join();
const units = () => ["Fjell", "Fjord", "Foss"].map((unit) => NAMES.filter((name) => UNITS[name] === unit)).concat([["Jon", "Siv"]]);

async function printed({ leader, check, at }) {
  await leader.goto(at("print/groups"));
  const rows = await leader.locator(".pr-round td:last-child").allInnerTexts();
  check.that("the home groups are printed", units().every((unit) => rows.some((row) => same(row, unit))), rows.join(" | "));
  await hold(check, leader, "home on paper");
  await leader.goto(at("print/sheets"));
  check.that("the sheet asks what they can use", /Dette kan vi bruke/.test(await leader.innerText("main")));
  await hold(check, leader, "home sheets on paper");
}

async function held({ server, browser, check, leader, at, made }) {
  const wall = await device(browser, 1920, 1080);
  await wall.goto(server.origin + server.organiser);
  await wall.goto(at("wall"));
  await leader.goto(at("console"));
  const phones = {};
  for (const name of NAMES.filter((name) => name !== LATE)) await joined({ server, browser, made, phones, name });
  const on = async () => {
    const round = await leader.getAttribute("#screen", "data-round");
    await leader.locator("#next-form button").click();
    await leader.waitForFunction((round) => document.querySelector("#screen").dataset.round !== round, round);
    const now = await leader.getAttribute("#screen", "data-round");
    await Promise.all([...Object.values(phones), wall].map((page) => page.waitForSelector(`#screen[data-round="${now}"]`)));
  };
  const told = (name) => phones[name].innerText("#screen");
  await leader.locator("#start-form button").click();
  await leader.waitForSelector("#next-form");
  await on();
  check.that("one is told where the own unit sits, and who is there", /Gå til bord\s+1/.test(await told("Kari")) && /Per/.test(await told("Kari")) && !/Eli/.test(await told("Kari")), await told("Kari"));
  await hold(check, phones.Kari, "home 1 phone changes");
  await hold(check, wall, "home 1 wall waits");
  await joined({ server, browser, made, phones, name: LATE });
  check.that("who comes late comes to the own unit", /Gå til bord\s+2/.test(await told(LATE)) && /Eli/.test(await told(LATE)), await told(LATE));
  await leader.locator("#clock-form button").click();
  await phones.Kari.waitForSelector("sl-clock[data-state=running]");
  await hold(check, phones.Kari, "home 1 phone round");
  await hold(check, leader, "home 1 console");
  await on();
  await on();
  const area = phones.Nils.locator("#screen textarea[data-field-key*=point]").first();
  await area.fill("Stillekort i to møter");
  await area.blur();
  await phones.Nils.getByText(/Lagret \d/).first().waitFor();
  await hold(check, phones.Nils, "home 2 phone chooses");
  await hold(check, wall, "home 2 wall");
  await on();
  await hold(check, phones.Nils, "home 3 phone agrees");
}

async function joined({ server, browser, made, phones, name }) {
  const phone = await device(browser, 320, 640, { hasTouch: true });
  await phone.goto(`${server.origin}/m/${made.code}`);
  await phone.fill("input[name=name]", name);
  await phone.keyboard.press("Enter");
  await phone.waitForSelector("#screen");
  if (["Kari", "Nils", LATE].includes(name)) phones[name] = phone;
  else await phone.close();
}
