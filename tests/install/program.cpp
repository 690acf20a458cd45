// A program in C++, built with what was installed and with a library that uses it too.
#include <claimex.h>

#include <iostream>
#include <memory>
#include <string>

#include "plugin.h"

int main()
{
    const std::string text = "Orders rose 40% to $5.";
    claimex_engine *made_engine = nullptr;
    claimex_result *made_result = nullptr;
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.kinds = CLAIMEX_KIND(CLAIMEX_MONEY);
    if (claimex_engine_new(nullptr, &made_engine, nullptr) != CLAIMEX_OK) {
        return 1;
    }
    std::unique_ptr<claimex_engine, decltype(&claimex_engine_free)> engine(made_engine, claimex_engine_free);
    if (claimex_result_new(engine.get(), &made_result, nullptr) != CLAIMEX_OK) {
        return 1;
    }
    std::unique_ptr<claimex_result, decltype(&claimex_result_free)> result(made_result, claimex_result_free);
    claimex_scan(engine.get(), result.get(), text.data(), text.size(), &options, nullptr);
    std::size_t count = 0;
    const claimex_claim *claims = claimex_result_claims(result.get(), &count);
    for (std::size_t i = 0; i < count; i++) {
        std::cout << claimex_kind_name(claims[i].kind) << ' ';
    }
    std::cout << plugin_count(text.c_str()) << '\n';
    return 0;
}
