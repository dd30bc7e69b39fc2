/**
 * What a clinic's desk does all day: find, register and correct clients, book and move their appointments, work through
 * the tasks. Every rule is the services'.
 */
@NullMarked
package io.hairline.portal.desk;

import org.jspecify.annotations.NullMarked;
