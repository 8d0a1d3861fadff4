using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Integral.Tests.Localization;

public sealed class FormMessageTests
{
    private sealed class Form
    {
        [Required] public string? Name { get; set; }
        public string Implied { get; set; } = null!;
        [StringLength(3)] public string Short { get; set; } = "long";
        [StringLength(9, MinimumLength = 5)] public string Between { get; set; } = "long";
        [EmailAddress] public string Email { get; set; } = "nobody";
        [Url] public string Site { get; set; } = "nowhere";
        [Phone] public string Phone { get; set; } = "none";
        [Range(1.5, 5)] public double Mark { get; set; } = 7;
        [Compare(nameof(Email))] public string Again { get; set; } = "x";
        [RegularExpression("[0-9]+")] public string Code { get; set; } = "x";
        [Required(ErrorMessage = "Guest"), Display(Name = "Teacher")] public string? Own { get; set; }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_form_s_messages_are_translated_with_their_figures_and_again_in_the_next_language(bool isMvcFirst)
    {
        var services = Services(isMvcFirst);

        Assert.Equal(new()
        {
            ["Name"] = "Заполните это поле.", ["Implied"] = "Заполните это поле.", ["Short"] = "Наибольшее число знаков: 3.",
            ["Between"] = "Число знаков: от 5 до 9.", ["Email"] = "Это не адрес электронной почты.", ["Site"] = "Это не веб-адрес.",
            ["Phone"] = "Это не номер телефона.", ["Mark"] = "От 1,5 до 5.", ["Again"] = "Значения не совпадают.",
            ["Code"] = "Неверный формат.", ["Own"] = "Гость",
        }, Errors(services, "ru"));
        Assert.Equal("Таңбалардың ең көп саны: 3.", Errors(services, "kk")["Short"]);
        Assert.Equal("At most 3 characters.", Errors(services, "en")["Short"]);
    }

    [Fact]
    public void A_field_s_name_is_translated()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("kk");
        var metadata = Services(true).GetRequiredService<IModelMetadataProvider>().GetMetadataForProperty(typeof(Form), nameof(Form.Own));

        Assert.Equal("Мұғалім", metadata.DisplayName);
    }

    [Fact]
    public void Every_message_about_a_value_that_cannot_be_read_is_translated()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("uk");
        var messages = Services(true).GetRequiredService<IOptions<MvcOptions>>().Value.ModelBindingMessageProvider;

        Assert.Equal("Значення «x» сюди не підходить.", messages.AttemptedValueIsInvalidAccessor("x", "Mark"));
        Assert.All(
        [
            messages.MissingBindRequiredValueAccessor("a"), messages.MissingKeyOrValueAccessor(), messages.MissingRequestBodyRequiredValueAccessor(),
            messages.ValueMustNotBeNullAccessor("a"), messages.NonPropertyAttemptedValueIsInvalidAccessor("a"), messages.UnknownValueIsInvalidAccessor("a"),
            messages.NonPropertyUnknownValueIsInvalidAccessor(), messages.ValueIsInvalidAccessor("a"), messages.ValueMustBeANumberAccessor("a"),
            messages.NonPropertyValueMustBeANumberAccessor(),
        ], m => Assert.Matches(@"^[\p{IsCyrillic} «»a.]+$", m));
    }

    private static ServiceProvider Services(bool isMvcFirst)
    {
        var services = new ServiceCollection().AddSingleton(new ModuleCatalog()).AddLogging();
        if (isMvcFirst) services.AddRazorPages();
        services.AddTexts();
        if (!isMvcFirst) services.AddRazorPages();
        return services.BuildServiceProvider();
    }

    private static Dictionary<string, string> Errors(ServiceProvider services, string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var context = new ActionContext { HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = services } };
        services.GetRequiredService<IObjectModelValidator>().Validate(context, null, "", new Form());
        return context.ModelState.Where(s => s.Value!.Errors.Count > 0).ToDictionary(s => s.Key, s => Assert.Single(s.Value!.Errors).ErrorMessage);
    }
}
