// What the server said, in the five ways that matter to the outbox.
//
// Invariant `only-our-answer-counts`: nothing is called saved but `{"ok":true}` in JSON.
// A Wi-Fi portal that answers 200 with a page of its own has saved nothing.

import { retryAfterMs } from "./backoff";
import type { Problem } from "./queue";

export type Answer =
  | { kind: "saved"; savedAt: string; version?: string; go?: string; text?: string; says?: string; undo?: string }
  | { kind: "changed"; problem: Problem }
  | { kind: "refused"; problem: Problem }
  | { kind: "rejoin" }
  /** `code` is the server’s own reason, where it was the server that answered. */
  | { kind: "lost"; askedMs?: number; code?: string };

/** Refusals that a later attempt may not meet. */
const PASSING = new Set([408, 421, 425, 429]);

export async function readAnswer(response: Response, now: number): Promise<Answer> {
  const { status } = response;
  if (status === 401) return { kind: "rejoin" };
  if (status >= 500 || PASSING.has(status)) return lost(response, now);
  const json = await readJson(response);
  if (status >= 200 && status < 300) return readSaved(json) ?? lost(response, now);
  if (status < 400) return lost(response, now);
  const problem = readProblem(json);
  return status === 409 && problem.code === "changed" ? { kind: "changed", problem } : { kind: "refused", problem };
}

async function lost(response: Response, now: number): Promise<Answer> {
  const answer: Answer = { kind: "lost" };
  const askedMs = retryAfterMs(response.headers.get("retry-after"), now);
  if (askedMs !== undefined) answer.askedMs = askedMs;
  const code = response.status >= 500 ? readProblem(await readJson(response)).code : "";
  if (code) answer.code = code;
  return answer;
}

type Json = Record<string, unknown>;

async function readJson(response: Response): Promise<Json | undefined> {
  try {
    const value: unknown = await response.json();
    return typeof value === "object" && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

function readSaved(json: Json | undefined): Answer | undefined {
  if (json?.["ok"] !== true) return undefined;
  const answer: Answer = { kind: "saved", savedAt: text(json["saved_at"]) };
  if (json["version"] !== undefined) answer.version = text(json["version"]);
  for (const name of ["go", "text", "says"] as const) {
    const value = json[name];
    if (typeof value === "string") answer[name] = value;
  }
  if (json["undo"] !== undefined) answer.undo = text(json["undo"]);
  return answer;
}

function readProblem(json: Json | undefined): Problem {
  const error = (json?.["error"] ?? {}) as Json;
  const problem: Problem = { code: text(error["code"]), title: text(error["title"]), text: text(error["text"]) };
  for (const name of ["yours", "theirs", "version"] as const) {
    if (error[name] !== undefined && error[name] !== null) problem[name] = text(error[name]);
  }
  return problem;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
