import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  EnvironmentError
} from "./chunk-4G4S7EEN.js";

// src/model/severity.ts
var severities = ["error", "warning", "info", "off"];

// src/fingerprint/worker-process.ts
import { fork } from "node:child_process";

// src/fingerprint/worker-module.ts
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
function workerModule() {
  if (!import.meta.url.endsWith(".ts")) {
    return { path: fileURLToPath(new URL("./fingerprint-worker.js", import.meta.url)), execArgv: [] };
  }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return { path: fileURLToPath(new URL("./worker.ts", import.meta.url)), execArgv: ["--import", loader] };
}

// src/fingerprint/worker-process.ts
function startWorker(settings, events) {
  const { path, execArgv } = workerModule();
  const child = fork(path, [], {
    serialization: "advanced",
    execArgv: [...execArgv],
    stdio: ["ignore", "ignore", "pipe", "ipc"]
  });
  let complaint = "";
  child.stderr?.on("data", (chunk) => complaint = (complaint + chunk.toString()).slice(-1e3));
  let isReady = false;
  let hasEnded = false;
  const end = (unavailable) => {
    if (hasEnded) return;
    hasEnded = true;
    child.kill("SIGKILL");
    events.ended(unavailable);
  };
  child.on("message", (output) => {
    if (hasEnded) return;
    if ("answer" in output) {
      events.answered(output.answer);
    } else if ("ready" in output) {
      isReady = true;
      events.ready();
    } else {
      end(output.unavailable);
    }
  });
  child.on("error", (error) => end(isReady ? void 0 : error.message));
  child.on(
    "close",
    (code, signal) => end(isReady ? void 0 : complaint.trim() || `it ended with ${signal ?? `code ${code ?? "unknown"}`}`)
  );
  post(child, { settings });
  return {
    send: (job) => post(child, { job }),
    stop: () => {
      hasEnded = true;
      child.kill("SIGKILL");
    }
  };
}
function post(child, input) {
  if (child.connected) child.send(input);
}

// src/fingerprint/decode-pool.ts
var jobsPerWorker = 4;
var startupSeconds = 60;
var DecodePool = class {
  #jobs;
  #settings;
  #onAnswer;
  #onEnd;
  #employees = /* @__PURE__ */ new Set();
  /** Indices of jobs put back by a worker that ended. */
  #returned = [];
  #next = 0;
  #answered = 0;
  constructor(jobs, settings, onAnswer, onEnd) {
    this.#jobs = jobs;
    this.#settings = settings;
    this.#onAnswer = onAnswer;
    this.#onEnd = onEnd;
  }
  start() {
    if (this.#jobs.length === 0) this.#onEnd();
    const useful = Math.ceil(this.#jobs.length / jobsPerWorker);
    const workers = Math.min(Math.max(1, this.#settings.workers), useful);
    for (let started = 0; started < workers; started++) this.#employ();
  }
  #employ() {
    const employee = {
      process: startWorker(this.#settings, {
        ready: () => {
          employee.isReady = true;
          this.#fill(employee);
        },
        answered: (answer) => this.#take(employee, answer),
        ended: (unavailable) => this.#replace(employee, "crash", unavailable)
      }),
      held: [],
      isReady: false,
      timer: setTimeout(
        () => this.#replace(employee, "timeout", `the decoder did not start within ${startupSeconds} s`),
        startupSeconds * 1e3
      )
    };
    this.#employees.add(employee);
  }
  /** Gives a worker as many jobs as it may hold, and times the one it is at. */
  #fill(employee) {
    clearTimeout(employee.timer);
    while (employee.held.length < jobsPerWorker) {
      const index = this.#returned.pop() ?? this.#next++;
      const job = this.#jobs[index];
      if (!job) break;
      employee.held.push(index);
      employee.process.send(job);
    }
    if (employee.held.length > 0) {
      const { decodeSeconds } = this.#settings;
      employee.timer = setTimeout(() => this.#replace(employee, "timeout", void 0), decodeSeconds * 1e3);
    }
  }
  #take(employee, answer) {
    const index = employee.held.shift();
    if (index === void 0) return;
    this.#fill(employee);
    this.#record(index, answer);
  }
  /** Ends a worker that crashed, hangs or never began; the job it was at is answered, the others go back. */
  #replace(employee, fault, unavailable) {
    if (!this.#employees.delete(employee)) return;
    clearTimeout(employee.timer);
    employee.process.stop();
    if (!employee.isReady) {
      this.#end(
        new EnvironmentError(`images cannot be decoded on this machine: ${unavailable ?? "unknown reason"}`)
      );
      return;
    }
    const [guilty, ...innocent] = employee.held;
    this.#returned.push(...innocent);
    if (this.#returned.length > 0 || this.#next < this.#jobs.length) this.#employ();
    if (guilty !== void 0) this.#record(guilty, describeFault(fault, this.#settings.decodeSeconds));
  }
  #record(index, answer) {
    this.#answered++;
    this.#onAnswer(index, answer);
    if (this.#answered === this.#jobs.length) this.#end();
  }
  #end(error) {
    for (const { process, timer } of this.#employees) {
      clearTimeout(timer);
      process.stop();
    }
    this.#employees.clear();
    this.#onEnd(error);
  }
};
function describeFault(fault, decodeSeconds) {
  const detail = fault === "timeout" ? `decoding took longer than ${decodeSeconds} s` : "the decoder crashed on this file";
  return { kind: "failure", fault, detail };
}

// src/model/near-duplicates.ts
var orientations = [
  "upright",
  "mirrored",
  "upside down and mirrored",
  "turned by 180°",
  "transposed",
  "turned by 90°",
  "turned by 270°",
  "transposed and turned by 180°"
];

export {
  severities,
  DecodePool,
  orientations
};
