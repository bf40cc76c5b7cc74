// A dialogue café: its rounds drawn and printed before the meeting, and two rounds of it on phones.
import { device, hold } from "./browser.mjs";
import { planned } from "./server.mjs";

const NAMES = ["Kari", "Per", "Ola", "Eli", "Gro", "Liv", "Tor", "Åse", "Nils", "Anne", "Jon", "Siv"];
const PLAN = {
  title: "Ute på trinnet",
  lang: "nb",
  people: NAMES.length,
  items: [{ id: "i1", title: "Kafé om uteskole", kind: "development", tool: "dialogue-cafe", minutes: 47, questions: ["Hva lærer elevene best ute?"] }],
};

export async function cafe({ server, browser, check }) {
  const made = await planned(server, PLAN);
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.origin + server.organiser);
  const at = (rest) => `${server.origin}/meetings/${made.meeting}/${rest}`;
  await picked({ leader, check, at });
  const rounds = await drawn({ browser, server, leader, check, at });
  await printed({ leader, check, at, rounds });
  await held({ server, browser, check, leader, at, made, rounds });
}

// The picker tells what it is for, and the row of the program who has a role.
async function picked({ leader, check, at }) {
  await leader.goto(at("plan/tools?purpose=share"));
  check.that("the café is suggested for sharing, and why", /Ideer vokser fra bord til bord/.test(await leader.innerText("#tool-dialogue-cafe")));
  await hold(check, leader, "cafe tools");
  await leader.goto(at("plan"));
  check.that("the row of the program has a café host", /Kafévert/.test(await leader.innerText("#ed-rows")));
  await hold(check, leader, "cafe editor");
}

async function drawn({ browser, server, leader, check, at }) {
  await leader.goto(at("groups"));
  if ((await leader.locator("#people-list[open]").count()) === 0) await leader.locator("#people-list > summary").click();
  await leader.fill("#people-text", NAMES.map((name, place) => `${name}; Trinn ${(place % 3) + 1}`).join("\n"));
  await leader.locator("#people-form button").click();
  await leader.waitForLoadState();
  await leader.locator("#draw-form button").click();
  await leader.waitForSelector("#rotation-i1");
  await leader.locator("#rotation-i1 > summary").click();
  await hold(check, leader, "cafe groups desktop");
  const rounds = await leader.locator("#rotation-i1 ol").evaluateAll((all) => all.map((round) => [...round.querySelectorAll("li")].map((table) => table.textContent)));
  check.that("two rounds are drawn at three tables", rounds.length === 2 && rounds.every((round) => round.length === 3), JSON.stringify(rounds));
  const hosts = rounds.map((round) => round.map(hostOf));
  check.that("each table has one host, the same in both rounds", hosts[0].every(Boolean) && hosts[0].join() === hosts[1].join(), JSON.stringify(hosts));
  const phone = await device(browser, 360, 740);
  await phone.goto(server.origin + server.organiser);
  await phone.goto(at("groups"));
  await phone.locator("#rotation-i1 > summary").click();
  await hold(check, phone, "cafe groups phone");
  await phone.close();
  return rounds;
}

const hostOf = (table) => /^(\S+) \(vert\)/.exec(table)?.[1];
const namesAt = (table) => NAMES.filter((name) => table.includes(name));

async function printed({ leader, check, at, rounds }) {
  await leader.goto(at("print/groups"));
  const rows = await leader.locator(".pr-round td:last-child").allInnerTexts();
  const all = rounds.flat().every((table) => rows.some((row) => row.startsWith(`${hostOf(table)} (vert), `) && namesAt(table).every((name) => row.includes(name))));
  check.that("the rounds are printed, with their hosts", all, rows.join(" | "));
  await hold(check, leader, "cafe on paper");
  await leader.goto(at("print/roles"));
  check.that("the host's role card is printed", /Kafévert/.test(await leader.innerText("main")));
  await leader.goto(at("print/run"));
  check.that("the run sheet has the café's line", /Motforestillinger tar vi i en egen runde etterpå/.test(await leader.innerText("main")));
}

async function held({ server, browser, check, leader, at, made, rounds }) {
  const wall = await device(browser, 1920, 1080);
  await wall.goto(server.origin + server.organiser);
  await wall.goto(at("wall"));
  await leader.goto(at("console"));
  const host = hostOf(rounds[0][0]);
  const guest = namesAt(rounds[0][0]).find((name) => name !== host);
  const next = namesAt(rounds[1][0]).find((name) => name !== host);
  const phones = await joined({ server, browser, made, looked: [host, guest, next] });
  const on = async () => {
    const round = await leader.getAttribute("#screen", "data-round");
    await leader.locator("#next-form button").click();
    await leader.waitForFunction((round) => document.querySelector("#screen").dataset.round !== round, round);
    const now = await leader.getAttribute("#screen", "data-round");
    await Promise.all([...Object.values(phones), wall].map((page) => page.waitForSelector(`#screen[data-round="${now}"]`)));
  };
  const told = (name) => phones[name].innerText("#screen");
  const begin = async () => {
    await leader.locator("#clock-form button").click();
    await Promise.all(Object.values(phones).map((phone) => phone.waitForSelector("sl-clock[data-state=running]")));
  };
  const room = { check, leader, wall, phones, rounds, host, guest, next, on, told, begin };
  await leader.locator("#start-form button").click();
  await leader.waitForSelector("#next-form");
  await firstRound(room);
  await secondRound(room);
  await ending(room);
}

// Those who are looked at keep their phones; the others have put theirs away.
async function joined({ server, browser, made, looked }) {
  const phones = {};
  for (const name of NAMES) {
    const phone = await device(browser, 360, 740, { hasTouch: true });
    await phone.goto(`${server.origin}/m/${made.code}`);
    await phone.fill("input[name=name]", name);
    await phone.keyboard.press("Enter");
    await phone.waitForSelector("#screen");
    if (looked.includes(name)) phones[name] = phone;
    else await phone.close();
  }
  return phones;
}

async function firstRound({ check, wall, phones, host, guest, on, told, begin }) {
  await on();
  check.that("the host is told to stay through the rounds", /Du er kafévert/i.test(await told(host)) && /i alle rundene/.test(await told(host)), await told(host));
  check.that("a guest is told where to go", /Gå til bord\s+1/.test(await told(guest)), await told(guest));
  await hold(check, phones[host], "cafe 1 host changes");
  await hold(check, wall, "cafe 1 wall waits");
  await begin();
  const area = phones[guest].locator("#screen textarea[data-field-key*=table-text]");
  await area.fill("Måling gir mening ute");
  await area.blur();
  await phones[guest].getByText(/Lagret \d/).first().waitFor();
  await phones[host].waitForFunction(() => document.querySelector("#screen textarea[data-field-key*=table-text]")?.value === "Måling gir mening ute");
  check.that("the table's text is on the host's phone too", true);
  await hold(check, phones[guest], "cafe 1 guest talks");
  await hold(check, phones[host], "cafe 1 host talks");

  await on();
  check.that("what the table has written can be taken along", /Dette har bordet skrevet/.test(await told(guest)) && /Måling gir mening ute/.test(await told(guest)), await told(guest));
  const own = phones[guest].locator("#screen textarea[data-field-key*=carried]").first();
  await own.fill("Mål opp skolegården");
  await own.blur();
  await phones[guest].getByText(/Lagret \d/).first().waitFor();
  await hold(check, phones[guest], "cafe 1 guest takes along");
}

async function secondRound({ check, leader, wall, phones, rounds, host, guest, next, on, told, begin }) {
  await on();
  const to = rounds[1].findIndex((table) => namesAt(table).includes(guest)) + 1;
  check.that("a guest goes to the next planned table", to > 1 && new RegExp(`Gå til bord\\s+${to}`).test(await told(guest)), await told(guest));
  check.that("and brings what was taken along", /Mål opp skolegården/.test(await told(guest)));
  check.that("the host stays, and tells the new guests in one minute", /Bli ved bord\s+1/.test(await told(host)) && /på ett minutt/.test(await told(host)), await told(host));
  await hold(check, phones[host], "cafe 2 host stays");
  await hold(check, phones[guest], "cafe 2 guest goes");
  await hold(check, wall, "cafe 2 wall waits");
  await hold(check, leader, "cafe 2 console");
  await begin();
  const continued = phones[next].locator("#screen textarea[data-field-key*=table-text]");
  check.that("the text of the first round is there for the second", (await continued.inputValue()) === "Måling gir mening ute", await continued.inputValue());
  check.that("and is not at another table", !(await phones[guest].content()).includes("Måling gir mening ute"));
  await continued.fill("Måling gir mening ute. Ta med matte.");
  await continued.blur();
  await phones[host].waitForFunction(() => document.querySelector("#screen textarea[data-field-key*=table-text]")?.value.endsWith("Ta med matte."));
  check.that("the next guests continue the text", true);
  await hold(check, phones[next], "cafe 2 next guest talks");
  await hold(check, wall, "cafe 2 wall talks");
}

async function ending({ check, leader, wall, phones, host, next, on, begin }) {
  await on();
  await on();
  await begin();
  await phones[next].waitForSelector("#screen textarea[data-field-key*=table-text]");
  check.that("objections have a field of their own, under the table's text", /Ta med matte/.test(await phones[next].innerText("#screen")) && (await phones[next].inputValue("#screen textarea[data-field-key*=table-text]")) === "");
  await hold(check, phones[next], "cafe 3 challenge");
  await on();
  await hold(check, phones[host], "cafe 3 choose");
  await on();
  await wall.getByText("Bord 1 har ordet").first().waitFor();
  check.that("the hosts tell table by table", /Verten forteller/.test(await wall.innerText("#screen")));
  check.that("a host has the table's text to tell from", /Ta med matte/.test(await phones[host].innerText("#screen")));
  await hold(check, wall, "cafe 4 wall summary");
  await hold(check, phones[host], "cafe 4 host tells");
  await hold(check, leader, "cafe 4 console");
  const pages = [leader, wall, ...Object.values(phones)];
  const wrong = pages.flatMap((page) => [...page.wrong, ...page.foreign]);
  check.that("no script failed and no page asked anyone else for anything", wrong.length === 0, wrong.join(", "));
}
