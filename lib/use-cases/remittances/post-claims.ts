import { countFirstDecisions } from "@/lib/data/kpis/first-decisions";
