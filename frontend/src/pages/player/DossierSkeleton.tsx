import { Bone } from "@/components/States";

/** As high as the dossier it stands for. */
export function DossierSkeleton() {
  return (
    <div className="panel" style={{ padding: "18px 20px" }} aria-busy="true">
      <Bone width="min(340px, 70%)" height={30} />
      <div style={{ marginTop: 12 }}>
        <Bone width="100%" height={92} />
      </div>
    </div>
  );
}
