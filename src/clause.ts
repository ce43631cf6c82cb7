import { join } from "node:path";
import { clauseCommand } from "./regulation/clause-command.ts";

process.exitCode = clauseCommand(join(import.meta.dirname, ".."), process.argv.slice(2), (text) => console.log(text));
