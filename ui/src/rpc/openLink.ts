import type { Asset } from "@/bindings/Asset";
import { showToast } from "@/components/toasts";
import { showFailure } from "@/errors/show";
import { call } from "./call";

/** Opens an asset's address outside, and says where it leads. */
export async function openLink({ id }: Pick<Asset, "id">): Promise<void> {
  try {
    const { host } = await call("asset.openLink", { id });
    showToast({ tone: "plain", title: `Opened ${host}` });
  } catch (thrown) {
    showFailure(thrown);
  }
}
