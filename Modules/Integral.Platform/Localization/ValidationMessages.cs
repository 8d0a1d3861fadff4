using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Integral.Platform.Localization;

/// <summary>
/// Gives data annotations that have no message of their own one of ours, which is then translated like any text.
/// The framework's adapters fill it: {0} is the field's name, {1} and {2} what the attribute says.
/// </summary>
internal sealed class ValidationMessages : IValidationMetadataProvider
{
    // These come with a message, unlike the others, so "none of its own" means: still that one.
    private static readonly HashSet<string?> Delivered =
        [null, new EmailAddressAttribute().ErrorMessage, new UrlAttribute().ErrorMessage, new PhoneAttribute().ErrorMessage];

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            var hasOwn = attribute.ErrorMessageResourceType is not null || !Delivered.Contains(attribute.ErrorMessage);
            if (!hasOwn && For(attribute) is { } sentence) attribute.ErrorMessage = sentence.Key;
        }
    }

    /// <summary>What we say instead of the framework's message; null for attributes that the house doesn't use.</summary>
    internal static Sentence? For(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => T.Say("Fill this in."),
        StringLengthAttribute { MinimumLength: 0 } => T.Say("At most {1} characters."),
        StringLengthAttribute => T.Say("Between {2} and {1} characters."),
        EmailAddressAttribute => T.Say("This isn't an e-mail address."),
        UrlAttribute => T.Say("This isn't a web address."),
        PhoneAttribute => T.Say("This isn't a phone number."),
        RangeAttribute => T.Say("Between {1} and {2}."),
        CompareAttribute => T.Say("These two differ."),
        RegularExpressionAttribute => T.Say("This has the wrong form."),
        _ => null,
    };
}
