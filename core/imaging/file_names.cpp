// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/file_names.h"

#include <algorithm>
#include <cstdint>

#include "core/base/text.h"

namespace blastoscope::imaging {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes the run of digits at `pos` without leading zeros and moves `pos` behind it.
std::string_view takeDigits(std::string_view text, std::size_t& pos)
{
    while (pos + 1 < text.size() && text[pos] == '0' && isDigit(text[pos + 1]))
        ++pos;
    const std::size_t first = pos;
    while (pos < text.size() && isDigit(text[pos]))
        ++pos;
    return text.substr(first, pos - first);
}

/// Position of "RUN<digits>" that ends the stem of a file name; npos when there is none.
std::size_t runPosition(std::string_view fileName)
{
    const std::string_view stem = fileName.substr(0, std::min(fileName.rfind('.'), fileName.size()));
    std::size_t digits = stem.size();
    while (digits > 0 && isDigit(stem[digits - 1]))
        --digits;
    if (digits == stem.size() || digits < 3 || base::toLower(stem.substr(digits - 3, 3)) != "run")
        return std::string_view::npos;
    return digits - 3;
}

/// Position of "F<number>" that is the whole name or follows '_'; npos when there is none.
std::size_t focalPosition(std::string_view name)
{
    std::size_t digits = name.size();
    while (digits > 0 && isDigit(name[digits - 1]))
        --digits;
    if (digits == name.size())
        return std::string_view::npos;
    std::size_t pos = digits;
    if (pos > 0 && (name[pos - 1] == '-' || name[pos - 1] == '+'))
        --pos;
    if (pos == 0 || (name[pos - 1] != 'F' && name[pos - 1] != 'f'))
        return std::string_view::npos;
    --pos;
    return pos == 0 || name[pos - 1] == '_' ? pos : std::string_view::npos;
}

/// Bytes of the UTF-8 character that `text` begins with (RFC 3629); 0 when it begins with none.
std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? unsigned(std::uint8_t(text[i])) : 0u; };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const unsigned second = byte(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : length;
}

} // namespace

bool naturalLess(std::string_view a, std::string_view b)
{
    const std::string la = base::toLower(a);
    const std::string lb = base::toLower(b);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < la.size() && j < lb.size()) {
        if (isDigit(la[i]) && isDigit(lb[j])) {
            const std::string_view na = takeDigits(la, i);
            const std::string_view nb = takeDigits(lb, j);
            if (na.size() != nb.size())
                return na.size() < nb.size();
            if (na != nb)
                return na < nb;
        } else {
            if (la[i] != lb[j])
                return static_cast<unsigned char>(la[i]) < static_cast<unsigned char>(lb[j]);
            ++i;
            ++j;
        }
    }
    if (i < la.size() || j < lb.size())
        return j < lb.size();
    return a < b;
}

std::optional<int> runNumber(std::string_view fileName)
{
    const std::size_t pos = runPosition(fileName);
    if (pos == std::string_view::npos)
        return std::nullopt;
    const std::size_t stemEnd = std::min(fileName.rfind('.'), fileName.size());
    return base::parseInt(fileName.substr(pos + 3, stemEnd - pos - 3));
}

std::string recordingPrefix(std::string_view fileName)
{
    const std::size_t pos = runPosition(fileName);
    return pos == std::string_view::npos ? std::string() : std::string(fileName.substr(0, pos));
}

std::optional<int> focalOffset(std::string_view folderName)
{
    const std::size_t pos = focalPosition(folderName);
    if (pos == std::string_view::npos)
        return std::nullopt;
    std::string_view number = folderName.substr(pos + 1);
    if (number.front() == '+')
        number.remove_prefix(1);
    return base::parseInt(number);
}

std::string withoutFocalOffset(std::string_view folderName)
{
    const std::size_t pos = focalPosition(folderName);
    if (pos == std::string_view::npos)
        return std::string(folderName);
    return std::string(folderName.substr(0, pos == 0 ? 0 : pos - 1));
}

std::string displayName(const std::filesystem::path& path)
{
    const std::filesystem::path last = path.has_filename() ? path.filename() : path.parent_path().filename();
    std::string name = last.empty() ? path.string() : last.string();
    for (std::size_t i = 0; i < name.size();) {
        const std::size_t length = utf8Length(std::string_view(name).substr(i));
        if (length == 0)
            name[i] = '?';
        i += std::max<std::size_t>(length, 1);
    }
    return name;
}

std::string quotedName(const std::filesystem::path& path)
{
    std::string quoted = "\"";
    quoted += displayName(path);
    quoted += '"';
    return quoted;
}

} // namespace blastoscope::imaging
