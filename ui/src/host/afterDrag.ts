// WebKitGTK sends no pointerup at the end of a drag, takes the button to be down still, and therefore
// no pointerdown with the next press: buttons that listen for it would miss one click. It is made up here.

/** Gives the first press after each drag the pointerdown it lacks. */
export function mendPressAfterDrag(): void {
  let isLacking = false;
  window.addEventListener("dragend", () => (isLacking = true), { capture: true });
  window.addEventListener("pointerdown", () => (isLacking = false), { capture: true });
  window.addEventListener(
    "mousedown",
    ({ target, clientX, clientY, screenX, screenY, button, buttons, detail }) => {
      if (isLacking) {
        const at = { clientX, clientY, screenX, screenY, button, buttons, detail };
        const pointer = { pointerId: 1, pointerType: "mouse", isPrimary: true, width: 1, height: 1 };
        const how = { bubbles: true, cancelable: true, composed: true, pressure: 0.5 };
        target?.dispatchEvent(new PointerEvent("pointerdown", { ...at, ...pointer, ...how }));
      }
    },
    { capture: true },
  );
}
