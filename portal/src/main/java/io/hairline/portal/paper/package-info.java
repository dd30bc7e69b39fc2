/**
 * What a client reads and signs: her answers about her health, each consent by itself, the plan with its exact prices.
 * Treatment keeps all of it; nothing of it stays here.
 */
@NullMarked
package io.hairline.portal.paper;

import org.jspecify.annotations.NullMarked;
