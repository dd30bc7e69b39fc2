/**
 * Tables of the brand as CSV files: read line by line with every error named, and written so that they can be read again.
 * What a table means and how it changes is each capability's own, see {@link io.hairline.headoffice.csv.CsvTable}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.headoffice.csv;

import org.jspecify.annotations.NullMarked;
