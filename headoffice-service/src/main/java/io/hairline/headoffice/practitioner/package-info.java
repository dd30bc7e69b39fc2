/**
 * Those who treat: what they are trained for, when they work in which clinic, when they are away.
 * Emits PractitionerJoined, PractitionerSkillsChanged, PractitionerRotaSet and PractitionerAway.
 */
@NullMarked
package io.hairline.headoffice.practitioner;

import org.jspecify.annotations.NullMarked;
