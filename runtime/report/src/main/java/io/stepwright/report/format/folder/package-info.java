/** Keeps the reports of the last runs in a folder. */
@NullMarked
package io.stepwright.report.format.folder;

import org.jspecify.annotations.NullMarked;
