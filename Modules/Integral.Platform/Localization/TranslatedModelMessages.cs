using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Integral.Platform.Localization;

/// <summary>
/// What forms say about values that can't be read or aren't valid, in the reader's language.
/// It comes after all other configuration, because MVC adds the [Required] of non-nullable properties in its own.
/// </summary>
internal sealed class TranslatedModelMessages(Texts texts) : IPostConfigureOptions<MvcOptions>
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new ValidationMessages());

        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Fill this in."]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Fill this in."]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Fill this in."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["The request has no content."]);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["'{0}' doesn't fit here.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["'{0}' doesn't fit here.", value]);
        messages.SetValueIsInvalidAccessor(value => texts["'{0}' doesn't fit here.", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["This value doesn't fit here."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["This value doesn't fit here."]);
        messages.SetValueMustBeANumberAccessor(_ => texts["This must be a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["This must be a number."]);
    }
}

internal static class TextsSetup
{
    /// <summary>Translations for pages, forms and the framework. Before or after MVC is added, as you like.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddSingleton<IStringLocalizerFactory, PoLocalizerFactory>();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, TranslatedModelMessages>();
        services.AddMvcCore().AddDataAnnotationsLocalization();
        return services;
    }
}
