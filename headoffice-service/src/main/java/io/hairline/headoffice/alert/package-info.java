/**
 * Limits that head office sets for numbers of the dashboard, and what has crossed them; looked at every five minutes.
 * Emits AlertRuleSet, AlertRuleRemoved, AlertRaised and AlertEnded.
 */
@NullMarked
package io.hairline.headoffice.alert;

import org.jspecify.annotations.NullMarked;
