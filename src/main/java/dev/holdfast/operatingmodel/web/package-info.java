/** Selection and policy over the API, as the contract writes them. */
@NullMarked
package dev.holdfast.operatingmodel.web;

import org.jspecify.annotations.NullMarked;
