// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;
class QLocale;

namespace blastoscope::translations {

/// Gives the application the texts of that language, its own and Qt's, before its first window. False when there is no
/// catalogue for the language; everything is English then.
bool install(QCoreApplication& application, const QLocale& locale);

} // namespace blastoscope::translations
