/**
 * The brand's regions, each led and counted as one, and the companies that own clinics under the brand's contract.
 * Emits RegionOpened, RegionRenamed, OwnerSigned and OwnerRenamed.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "csv")
@NullMarked
package io.hairline.headoffice.network;

import org.jspecify.annotations.NullMarked;
