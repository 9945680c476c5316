/**
 * Planted offenders, one package for each package of the program they pretend to be in, so that the rules of
 * {@code ArchitectureRules} are seen to fail. Names that start with Good are held up as what must pass.
 */
@NullMarked
package dev.tradewind.archfixture;

import org.jspecify.annotations.NullMarked;
