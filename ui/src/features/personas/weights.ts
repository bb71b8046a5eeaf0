export const PERSONA_WEIGHT_WORDS: Readonly<Record<number, string>> = {
  1: "hardly weighs in",
  2: "has a say",
  3: "weighs in",
  4: "weighs heavily",
  5: "decides",
};
