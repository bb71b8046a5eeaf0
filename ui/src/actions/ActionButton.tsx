import { Button, type ButtonLook } from "@/components/Button";
import { IconButton } from "@/components/IconButton";
import { type Action, isEnabled, labelOf } from "./action";
import { writeShortcut } from "./shortcut";
import { useActionContext } from "./useActionContext";

export interface ActionButtonProps {
  action: Action;
  look?: ButtonLook;
  /** Shows the icon alone; the label becomes the tooltip. */
  iconOnly?: boolean;
  /** Its shortcut stands at its end; with the icon alone it is in the tooltip anyway. */
  hasKeys?: boolean;
}

export function ActionButton({
  action,
  look = "secondary",
  iconOnly = false,
  hasKeys = false,
}: ActionButtonProps) {
  const context = useActionContext();
  const label = labelOf(action, context());
  const isDisabled = !isEnabled(action, context());
  const press = () => action.run(context());
  const isEdit = action.isEdit ?? false;
  const keys = action.shortcut === undefined ? {} : { keys: writeShortcut(action.shortcut) };
  if (iconOnly && action.icon) {
    return (
      <IconButton
        icon={action.icon}
        label={label}
        onPress={press}
        isEdit={isEdit}
        isDisabled={isDisabled}
        {...keys}
      />
    );
  }
  return (
    <Button
      look={look}
      onPress={press}
      isEdit={isEdit}
      isDisabled={isDisabled}
      {...(action.icon && { icon: action.icon })}
      {...(hasKeys && keys)}
    >
      {label}
    </Button>
  );
}
