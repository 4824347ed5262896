// Loaded into the web server and the worker: a supervisor that was killed cannot stop them, so they stop themselves.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 1000).unref();
