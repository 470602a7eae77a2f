import { Foundations1764000000000 } from './1764000000000-foundations.ts'
import { UploadPurposes1764050000000 } from './1764050000000-upload-purposes.ts'
import { EventHorizon1764100000000 } from './1764100000000-event-horizon.ts'
import { Jobs1764110000000 } from './1764110000000-jobs.ts'
import { Endings1764110001000 } from './1764110001000-endings.ts'
import { PlanDrawings1764140000000 } from './1764140000000-plan-drawings.ts'
import { ContributionFiles1764150000000 } from './1764150000000-contribution-files.ts'
import { OneStatement1764159000000 } from './1764159000000-one-statement.ts'
import { PlanImports1764130000000 } from './1764130000000-plan-imports.ts'
import { SecondFactor1764160000000 } from './1764160000000-second-factor.ts'
import { TenantSettings1764210000000 } from './1764210000000-tenant-settings.ts'
import { Messages1764230000000 } from './1764230000000-messages.ts'
import { SignOn1764220000000 } from './1764220000000-sign-on.ts'
import { MapLayers1764250000000 } from './1764250000000-map-layers.ts'
import { Audit1764240000000 } from './1764240000000-audit.ts'
import { ScopedRoles1764260000000 } from './1764260000000-scoped-roles.ts'
import { Organisations1764260001000 } from './1764260001000-organisations.ts'
import { TenantExport1764300000000 } from './1764300000000-tenant-export.ts'
import { ResidentKeys1764310000000 } from './1764310000000-resident-keys.ts'
import { RowsStay1764315000000 } from './1764315000000-rows-stay.ts'
import { EmbedHosts1764290000000 } from './1764290000000-embed-hosts.ts'
import { TenantSuspension1764280000000 } from './1764280000000-tenant-suspension.ts'
import { RoundNotice1764330000000 } from './1764330000000-round-notice.ts'
import { SharedLimits1764340000000 } from './1764340000000-shared-limits.ts'
import { NewAddresses1764380000000 } from './1764380000000-new-addresses.ts'
import { PeriodExtensions1764400000000 } from './1764400000000-period-extensions.ts'

/** In order. Classes, not file globs: the server is bundled. */
export const MIGRATIONS = [
  Foundations1764000000000,
  UploadPurposes1764050000000,
  EventHorizon1764100000000,
  Jobs1764110000000,
  Endings1764110001000,
  PlanImports1764130000000,
  PlanDrawings1764140000000,
  ContributionFiles1764150000000,
  OneStatement1764159000000,
  SecondFactor1764160000000,
  TenantSettings1764210000000,
  Messages1764230000000,
  SignOn1764220000000,
  MapLayers1764250000000,
  Audit1764240000000,
  ScopedRoles1764260000000,
  Organisations1764260001000,
  TenantExport1764300000000,
  ResidentKeys1764310000000,
  RowsStay1764315000000,
  EmbedHosts1764290000000,
  TenantSuspension1764280000000,
  RoundNotice1764330000000,
  SharedLimits1764340000000,
  NewAddresses1764380000000,
  PeriodExtensions1764400000000,
]
