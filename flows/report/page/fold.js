// Folds spelling as ar_fold and flows/text/folding.py do, by their own tables; small letters besides.
const folding = data.folding;
const removed = new RegExp(folding.removed, "gu");
const plain = new Map(Object.entries(folding.letters));

function fold(text) {
  return Array.from(text.toLowerCase().replace(removed, ""), (letter) => plain.get(letter) ?? letter).join("");
}
