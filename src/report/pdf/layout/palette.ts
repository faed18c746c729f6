/** Colours of the report, `#rrggbb`; each text colour has a contrast of at least 4.5 on its own ground. */
export const PALETTE = {
  ink: "#1b2733",
  muted: "#566573",
  line: "#d3dae0",
  ground: "#f4f6f8",
  paper: "#ffffff",
  brand: "#0f4c5c",
  brandGround: "#e8f1f2",
  breach: "#9b1c22",
  breachGround: "#fcefee",
  warning: "#7d4e00",
  warningGround: "#fdf5e4",
  open: "#25508c",
  openGround: "#edf3fa",
  passed: "#1c6336",
  passedGround: "#edf6ef",
} as const;
