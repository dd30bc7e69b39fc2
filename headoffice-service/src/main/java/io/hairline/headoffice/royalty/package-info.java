/**
 * What each clinic owes the brand: agreements with effective dates, monthly statements, disputes of single lines.
 * Emits RoyaltyTermsAgreed, RoyaltyStatementDrafted, RoyaltyStatementIssued, RoyaltyLineDisputed,
 * RoyaltyDisputeResolved, RoyaltyStatementFinalised.
 */
@NullMarked
package io.hairline.headoffice.royalty;

import org.jspecify.annotations.NullMarked;
