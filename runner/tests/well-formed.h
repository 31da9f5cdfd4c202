/* SPDX-License-Identifier: MIT */
#ifndef HEAPKIT_WELL_FORMED_H
#define HEAPKIT_WELL_FORMED_H

/*
 * NULL where the text is a well-formed XML document of the kind that JUnit files are (elements,
 * attributes, texts, references; no comments, CDATA or DTD); else the place where it is not.
 */
const char *xml_problem(const char *xml);

#endif
