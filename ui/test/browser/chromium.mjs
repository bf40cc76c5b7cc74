// Where the browser is, how it is started, and how it is killed.

import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(CHROMIUM)) {
  console.error("Chromium is missing. Install it with: apt-get install -y chromium");
  process.exit(1);
}

export const ARGS = ["--no-sandbox", "--disable-background-networking", "--autoplay-policy=user-gesture-required"];

/** A browser of its own process group, so that it can be killed as a phone's battery would. */
export async function startByHand(folder) {
  const child = spawn(CHROMIUM, [...ARGS, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = await new Promise((done, fail) => {
    let text = "";
    child.on("exit", () => fail(new Error(`Chromium did not start: ${text}`)));
    child.stderr.on("data", (chunk) => {
      text += chunk;
      const found = /ws:\/\/\S+/.exec(text);
      if (found) done(found[0]);
    });
  });
  const byHand = await chromium.connectOverCDP(address);
  const page = await byHand.contexts()[0].newPage();
  const kill = () => {
    process.kill(-child.pid, "SIGKILL");
    for (const lock of ["SingletonLock", "SingletonSocket", "SingletonCookie"]) rmSync(join(folder, lock), { force: true });
  };
  return { page, kill };
}
