// The catalogue of the interface, in English. Keys are the module's name, or `common`, or `count`.

import { documents } from "./messages-en-documents.js";
import { map } from "./messages-en-map.js";
import { review } from "./messages-en-review.js";
import { rooms } from "./messages-en-rooms.js";

export const messages = Object.freeze({ ...documents, ...map, ...review, ...rooms });
