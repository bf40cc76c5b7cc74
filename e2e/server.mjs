// A server of its own for each suite, on a fresh folder and a free port of this machine.
import { execFile, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export async function start(lang, scenario = "learning-meetings-workshop") {
  const bin = process.env.SLOYFE_BIN ?? "target/debug/sloyfe";
  const data = await mkdtemp(join(tmpdir(), "sloyfe-e2e-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const seed = ["seed", "--data", data, "--scenario", scenario, "--people", "0"];
  const { stdout } = await run(bin, [...seed, "--seed", "7", "--lang", lang, "--json"]);
  const seeded = JSON.parse(stdout);
  let child = await serve(bin, data, port, origin, { isFirst: true });
  const { organiser } = child;
  return {
    origin,
    seeded,
    // Opens every meeting; the server tells it once, when it starts for the first time.
    organiser,
    link: (path) => origin + new URL(path, origin).pathname,
    async restart() {
      await ended(child, "SIGKILL");
      child = await serve(bin, data, port, origin);
    },
    async stop() {
      await ended(child, "SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function serve(bin, data, port, origin, { isFirst = false } = {}) {
  const child = spawn(bin, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    process.stderr.write(text);
    // A line may come in pieces.
    told += text;
    child.organiser ??= /(\/o\/\w+)\s/.exec(told)?.[1];
  });
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    // What the server tells once may be read a moment after it answers.
    if (answer?.ok && (child.organiser || !isFirst)) return child;
    await new Promise((next) => setTimeout(next, 100));
  }
  child.kill("SIGKILL");
  throw new Error("the server was not ready within 20 s");
}

// A meeting of its own, planned before anyone opens it.
export async function planned({ origin, organiser }, plan) {
  const post = async (path, fields) => {
    const response = await fetch(origin + path, {
      method: "POST",
      headers: { Authorization: `Bearer ${organiser.replace("/o/", "")}`, "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(fields),
    });
    if (!response.ok) throw new Error(`${path} was refused: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { made, links } = await post("/meetings", { template: "learning-meetings-workshop", title: plan.title });
  await post(`/meetings/${made.meeting}/plan`, { version: 1, plan: JSON.stringify(plan) });
  return { ...made, links };
}

function ended(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  return gone;
}

/** Below the ports that outgoing connections are given, so that none of them takes it first. */
async function freePort() {
  for (let tries = 0; tries < 1000; tries++) {
    const port = randomInt(10_000, 30_000);
    const isFree = await new Promise((resolve) => {
      const probe = createServer().once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new Error("no port is free on 127.0.0.1");
}
