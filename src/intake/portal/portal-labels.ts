// What the national portal prints and how it names it. `ids` end the identifiers of its elements; `labels` stand
// before a value, in French and in Arabic.

/** A fact of a page and the field of the table of tenders that reads it. */
export interface PortalFact {
  readonly field: string;
  readonly ids: readonly string[];
  readonly labels: readonly string[];
}

export const PORTAL_FACTS: readonly PortalFact[] = [
  {
    field: "reference",
    ids: ["reference", "refConsultation"],
    labels: ["Référence", "N° BC", "Référence de l'avis", "المرجع", "رقم طلب العروض", "رقم سند الطلب"],
  },
  { field: "title", ids: ["objet", "intitule"], labels: ["Objet", "Objet de l'avis", "الموضوع"] },
  {
    field: "buyer.name",
    ids: ["entiteAchat", "acheteurPublic"],
    labels: ["Acheteur public", "Entité d'achat", "Maître d'ouvrage", "المشتري العمومي", "صاحب المشروع"],
  },
  {
    field: "procedure",
    ids: ["typeProcedure", "procedure"],
    labels: ["Procédure", "Type de procédure", "المسطرة"],
  },
  {
    field: "category",
    ids: ["categoriePrincipale", "categorie"],
    labels: ["Catégorie principale", "Catégorie", "الصنف الرئيسي", "الصنف"],
  },
  {
    field: "places",
    ids: ["lieuxExecutions", "lieuExecution"],
    labels: ["Lieu d'exécution", "Lieux d'exécution", "مكان التنفيذ"],
  },
  {
    field: "portalPublishedAt",
    ids: ["dateMiseEnLigne", "datePublication"],
    labels: ["Publié le", "Date de mise en ligne", "Date de publication", "تاريخ النشر"],
  },
  {
    field: "submissionDeadline",
    ids: ["dateHeureLimiteRemisePlis", "dateLimite"],
    labels: [
      "Date et heure limite de remise des plis",
      "Date limite de remise des plis",
      "Date limite",
      "Date limite de réception des devis",
      "آخر أجل لإيداع الأظرفة",
      "آخر أجل",
    ],
  },
  {
    field: "openingAt",
    ids: ["dateOuverturePlis"],
    labels: ["Date d'ouverture des plis", "تاريخ فتح الأظرفة"],
  },
  {
    field: "estimate",
    ids: ["estimation"],
    labels: [
      "Estimation (en Dhs TTC)",
      "Estimation",
      "كلفة تقدير الأعمال",
      "كلفة تقدير الأعمال المحددة من طرف صاحب المشروع (مع احتساب الرسوم)",
    ],
  },
  {
    field: "guarantee",
    ids: ["cautionProvisoire"],
    labels: ["Caution provisoire", "Cautionnement provisoire", "مبلغ الضمان المؤقت", "الضمان المؤقت"],
  },
  {
    field: "reservedFlag",
    ids: ["reserveTpePme"],
    labels: [
      "Réservé à la TPE et PME installées au Maroc, jeunes entreprises innovantes, Coopératives et auto-entrepreneurs",
      "Réservé à la TPE et PME",
      "Réservé à la TPE et PME installées au Maroc",
      "مخصص للمقاولات الصغيرة جدا والصغيرة والمتوسطة والتعاونيات",
    ],
  },
  { field: "allotment", ids: ["allotissement"], labels: ["Allotissement", "التحصيص"] },
  {
    field: "fileFee",
    ids: ["prixAcquisitionPlans"],
    labels: ["Prix d'acquisition des plans", "ثمن اقتناء التصاميم"],
  },
  { field: "visit", ids: ["visitesLieux"], labels: ["Visites des lieux", "زيارة المواقع"] },
  { field: "award.tenderer.name", ids: ["attributaire"], labels: ["Attributaire", "نائل الصفقة"] },
  {
    field: "award.amount",
    ids: ["montantTtc", "montantAttribue"],
    labels: ["Montant TTC", "Montant de l'offre retenue", "المبلغ مع احتساب الرسوم"],
  },
  { field: "award.decidedOn", ids: ["dateAttribution"], labels: ["Date d'attribution", "تاريخ الإسناد"] },
];

/** Facts that pages print and the format has no place for: told, never dropped unsaid. */
export const PORTAL_UNMAPPED: readonly PortalFact[] = [
  { field: "typeAnnonce", ids: ["typeAnnonce"], labels: ["Type d'annonce", "نوع الإعلان"] },
  { field: "domains", ids: ["domainesActivite"], labels: ["Domaines d'activité", "مجالات النشاط"] },
  { field: "qualifications", ids: ["qualification"], labels: ["Qualifications", "المؤهلات"] },
  { field: "agrements", ids: ["agrements"], labels: ["Agréments", "الاعتمادات"] },
  {
    field: "withdrawAddress",
    ids: ["adresseRetrait"],
    labels: ["Adresse de retrait des dossiers", "عنوان سحب الملفات"],
  },
  {
    field: "depositAddress",
    ids: ["adresseDepot"],
    labels: ["Adresse de dépôt des offres", "عنوان إيداع العروض"],
  },
  {
    field: "openingPlace",
    ids: ["lieuOuverturePlis"],
    labels: ["Lieu d'ouverture des plis", "مكان فتح الأظرفة"],
  },
  {
    field: "samples",
    ids: ["echantillons"],
    labels: ["Échantillons", "Prospectus, notices ou autres documents", "العينات والبيانات الوصفية"],
  },
  { field: "meeting", ids: ["reunion"], labels: ["Réunion", "اجتماع"] },
  { field: "variant", ids: ["variante"], labels: ["Variante", "البديل"] },
  {
    field: "contact",
    ids: ["contactAdministratif"],
    labels: ["Contact administratif", "جهة الاتصال الإدارية"],
  },
  { field: "duration", ids: ["delaiExecution"], labels: ["Délai d'exécution", "أجل التنفيذ"] },
  {
    field: "quotes",
    ids: ["nombreDevis"],
    labels: ["Nombre de devis reçus", "Nombre de devis", "عدد بيانات الأثمان"],
  },
  { field: "fruitless", ids: ["infructueux"], labels: ["Avis d'achat infructueux"] },
];

/** Facts of one lot, inside the part of the page that repeats for each. */
export const LOT_FACTS: readonly PortalFact[] = [
  { field: "lot.id", ids: ["numeroLot", "numLot"], labels: ["Lot n°", "Lot", "الحصة رقم", "الحصة"] },
  {
    field: "lot.title",
    ids: ["intituleLot", "descriptionLot", "objetLot"],
    labels: ["Intitulé du lot", "Objet du lot", "موضوع الحصة"],
  },
  {
    field: "lot.estimate",
    ids: ["estimationLot", "estimation"],
    labels: ["Estimation du lot (en Dhs TTC)", "Estimation du lot"],
  },
  {
    field: "lot.guarantee",
    ids: ["cautionProvisoireLot", "cautionProvisoire"],
    labels: ["Caution provisoire du lot"],
  },
  { field: "lot.reservedFlag", ids: ["reserveTpePmeLot", "reserveTpePme"], labels: [] },
];
