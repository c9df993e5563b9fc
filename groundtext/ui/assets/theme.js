// The colours of map and panel, light or dark as Streamlit's theme is.

export const GROUND = {
  light: {
    land: "#f6f4ef", water: "#dfe9ee", border: "#b9b3a6", river: "#b7ccd6",
    name: "#6f6a60", halo: "#f6f4efd9", ink: "#1b1d20", feature: "#33363b",
  },
  dark: {
    land: "#26282b", water: "#1a2126", border: "#55524b", river: "#35454e",
    name: "#a39d90", halo: "#1d1f22d9", ink: "#ffffff", feature: "#d9d5cc",
  },
};

export function themeOf(element) {
  const background = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  return luminance(background) < 0.4 ? "dark" : "light";
}

export function luminance(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (!hex) return 1;
  const [red, green, blue] = hex.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
