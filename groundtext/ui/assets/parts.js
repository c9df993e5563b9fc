// Every part of every page, by its name. The server sends this and all that it imports as one file.

import * as compare from "./compare.js";
import * as documents from "./documents.js";
import * as evidence from "./evidence.js";
import * as failure from "./failure.js";
import * as imports from "./import.js";
import * as map from "./map.js";
import * as search from "./search.js";
import * as searchbox from "./searchbox.js";
import * as sources from "./sources.js";
import * as timeline from "./timeline.js";

export const parts = { compare, documents, evidence, failure, import: imports, map, search, searchbox, sources, timeline };
