// One line for each truth, and the plain closing line that counts them.
const counts = { passed: 0, failed: 0 };

export function checks(suite) {
  return {
    that(truth, holds, got = "") {
      counts[holds ? "passed" : "failed"] += 1;
      console.log(`${holds ? "ok  " : "FAIL"} ${suite}: ${truth}${holds || got === "" ? "" : `\n       ${got}`}`);
    },
    failed(why) {
      counts.failed += 1;
      console.log(`FAIL ${suite}: ${why}`);
    },
  };
}

export function summary() {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
}
