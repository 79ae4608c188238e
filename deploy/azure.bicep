// The registration of the bot: an app in Entra, an Azure Bot with Teams as its one channel, and, where the bot runs in Azure, its managed identity.
//   az deployment group create -g GROUP -f deploy/azure.bicep -p host=bot.example.jp
//   az deployment group create -g GROUP -f deploy/azure.bicep -p host=bot.example.jp managedIdentity=true
// A secret, where one must be, is made afterwards (docs/operations.md): Graph's extension makes none.
// Needs the Bicep CLI 0.36 or newer, for the Entra app is made by Microsoft Graph's extension (see bicepconfig.json).
extension microsoftGraphV1

@description('Under which name Teams reaches the bot, without https://.')
param host string

@description('The name of the bot in Azure; no other bot in all of Azure may have it, so put the name of the city in it.')
@minLength(2)
@maxLength(42)
param botName string = 'guideline-bot'

@description('As people see it.')
@maxLength(42)
param displayName string = 'ガイドラインボット'

@description('F0 is free, and enough: Teams is a standard channel.')
@allowed(['F0', 'S1'])
param sku string = 'F0'

@description('true where the bot runs in Azure: no secret and no certificate is needed then.')
param managedIdentity bool = false

@description('The public certificate (Base64 of the DER), whose private key the bot has; empty for a secret.')
param certificate string = ''

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (managedIdentity) {
  name: botName
  location: resourceGroup().location
}

resource app 'Microsoft.Graph/applications@v1.0' = if (!managedIdentity) {
  uniqueName: botName
  displayName: displayName
  signInAudience: 'AzureADMyOrg'
  keyCredentials: empty(certificate)
    ? []
    : [
        {
          displayName: 'guideline-bot'
          type: 'AsymmetricX509Cert'
          usage: 'Verify'
          key: certificate
        }
      ]
}

resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = if (!managedIdentity) {
  appId: app!.appId
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    msaAppId: managedIdentity ? identity!.properties.clientId : app!.appId
    msaAppType: managedIdentity ? 'UserAssignedMSI' : 'SingleTenant'
    msaAppTenantId: subscription().tenantId
    msaAppMSIResourceId: managedIdentity ? identity.id : null
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

// What goes into MicrosoftAppId, MicrosoftAppType and MicrosoftAppTenantId.
output BOT_ID string = bot.properties.msaAppId
output BOT_TYPE string = bot.properties.msaAppType
output BOT_TENANT_ID string = subscription().tenantId
