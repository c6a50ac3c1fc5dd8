/** The product's own colours, light and dark. On paper always light. */
export const colourStyles = `
:root {
  color-scheme: light dark;
  --ground: #f3f7f8;
  --surface: #ffffff;
  --ink: #16252c;
  --soft: #455962;
  --line: #cbd7db;
  --edge: #637a84;
  --brand: #0b5768;
  --tint: #e3f0f3;
  --red: #96100f;
  --red-tint: #fdecea;
  --amber: #6b3d00;
  --amber-tint: #fff5e0;
  --green: #14603a;
  --green-tint: #e4f4ea;
  --shade-1: #fff3d6;
  --shade-2: #fcd9a1;
  --shade-3: #f0a37c;
  --shade-4: #971414;
  --on-shade: #16252c;
  --on-shade-4: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0f171b;
    --surface: #19252b;
    --ink: #e9f0f2;
    --soft: #b0c0c6;
    --line: #35474f;
    --edge: #869ca6;
    --brand: #86cfdc;
    --tint: #1f363d;
    --red: #ff9d96;
    --red-tint: #3a1c1d;
    --amber: #f3cb84;
    --amber-tint: #2d2513;
    --green: #8fd6ab;
    --green-tint: #15301f;
    --shade-1: #3a2f12;
    --shade-2: #5a3f12;
    --shade-3: #7d3a20;
    --shade-4: #b41f1f;
    --on-shade: #f6ede0;
    --on-shade-4: #ffffff;
  }
}
`;
