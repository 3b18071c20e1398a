import { Skeleton } from "@mantine/core";

/** As high as the dossier it stands for. */
export function DossierSkeleton() {
  return (
    <div className="panel" style={{ padding: "18px 20px" }} aria-busy="true">
      <Skeleton width="min(340px, 70%)" height={30} />
      <div style={{ marginTop: 12 }}>
        <Skeleton width="100%" height={92} />
      </div>
    </div>
  );
}
