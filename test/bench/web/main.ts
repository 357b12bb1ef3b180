/** `node test/bench/web/main.ts`: the part of `npm run bench` that is about web links, by itself. */
import { measureWeb } from './measureWeb.ts';

await measureWeb((text) => console.log(text));
