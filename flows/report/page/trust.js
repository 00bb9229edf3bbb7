// Vega clears an element with innerHTML = ''. That is all the markup that a string may become here.
if (window.trustedTypes) {
  trustedTypes.createPolicy("default", { createHTML: (text) => (text === "" ? "" : null) });
}
