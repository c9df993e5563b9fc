// How much was found, in words: "17 passages, 14 features"; empty for nothing.

import { t } from "./words.js";

export function countsInWords({ passages, features, documents, places }) {
  return [
    passages ? t("count.count-passages", { count: passages }) : "",
    features ? t("count.count-features", { count: features }) : "",
    documents ? t("count.count-documents", { count: documents }) : "",
    places ? t("count.count-places", { count: places }) : "",
  ].filter(Boolean).join(", ");
}
