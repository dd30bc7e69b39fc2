/**
 * What a client reads and signs: answers about health, each consent by itself, the plan with its exact prices.
 * Treatment keeps all of it; nothing of it stays here.
 */
@NullMarked
package io.hairline.portal.forms;

import org.jspecify.annotations.NullMarked;
