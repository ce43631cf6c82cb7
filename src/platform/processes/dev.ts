import { spawn, spawnSync } from "node:child_process";

// One turn of bin/dev: build, then run until Node's watcher stops us for the next turn.

spawnSync("bin/build", { stdio: "inherit" });
const house = spawn(process.execPath, ["--enable-source-maps", "dist/start.js", ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => house.kill(signal));
house.once("exit", (code) => process.exit(code ?? 1));
