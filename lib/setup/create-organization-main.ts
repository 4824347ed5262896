import { main } from "./create-organization";

process.exitCode = await main(process.argv.slice(2));
